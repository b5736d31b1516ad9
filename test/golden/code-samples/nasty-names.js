async function search() {
  const query = new URLSearchParams({
    "filter[lang]": "fr",
    ["__proto__"]: "x",
    "it's": "1",
    "a b&c": "2",
    $name: "3",
  });
  const url = "https://api.example/v1/search?" + query;
  const response = await fetch(url, {
    signal: AbortSignal.timeout(30000),
  });
  if (!response.ok) {
    const text = await response.text();
    throw new Error(`HTTP ${response.status}: ${text}`);
  }
  return response.json();
}

search().then(console.log);
