async function search() {
  const query = new URLSearchParams([
    ["tag", "$a"],
    ["tag", "b"],
    ["key", process.env.API_KEY],
    ["app id", process.env.API_APP_ID],
  ]);
  const url = "https://api.example/v1/search?" + query;
  const response = await fetch(url, {
    method: "POST",
    headers: {
      "X-Text": "plain",
      "X-Word": "$`!\" " + process.env.API_TOKEN,
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
