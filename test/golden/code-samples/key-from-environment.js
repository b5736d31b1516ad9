async function search() {
  const query = new URLSearchParams({
    q: "a",
    key: process.env.API_KEY,
  });
  const url = "https://api.example/v1/search?" + query;
  const response = await fetch(url, {
    headers: {
      Cookie: "theme=%C3%A9%3B%24x; session=" + process.env.API_SESSION,
      "x-api-key": process.env.API_KEY,
      Authorization: "Bearer " + process.env.API_TOKEN,
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
