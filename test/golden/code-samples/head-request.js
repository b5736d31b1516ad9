async function reposGet() {
  const response = await fetch("https://api.example/v1/search", {
    method: "HEAD",
    signal: AbortSignal.timeout(30000),
  });
  if (!response.ok) {
    const text = await response.text();
    throw new Error(`HTTP ${response.status}: ${text}`);
  }
  return response.text();
}

reposGet().then(console.log);
