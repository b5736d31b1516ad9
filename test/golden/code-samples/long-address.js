async function search() {
  const query = new URLSearchParams({
    lang: "en",
  });
  const url =
    "https://api.example/v1/long-way/long-way/long-way/long-way/long-way/long-way/search?" + query;
  const response = await fetch(url, {
    method: "POST",
    headers: {
      "x-api-key": "SAY-FRIEND-AND-ENTER",
    },
    signal: AbortSignal.timeout(30000),
  });
  if (!response.ok) {
    const text = await response.text();
    throw new Error(`HTTP ${response.status}: ${text}`);
  }
  return response.json();
}

search().then(console.log);
