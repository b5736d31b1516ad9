async function search() {
  const query = new URLSearchParams({
    q: "a",
    key: "k&y",
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
