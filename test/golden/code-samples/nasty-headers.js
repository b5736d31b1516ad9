async function search() {
  const response = await fetch("https://api.example/v1/search", {
    headers: {
      "X-Text": "it's \"x\" $HOME `id` 50% \\",
      "X-Empty": "",
      Cookie: "theme=%C3%A9%3B%24x",
      Authorization: "Bearer k'e$y",
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
