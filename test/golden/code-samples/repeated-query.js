async function search() {
  const query = new URLSearchParams([
    ["tag", "l'un"],
    ["tag", "$deux"],
    ["2", "two"],
    ["1", "one"],
  ]);
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
