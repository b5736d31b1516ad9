async function reposGet() {
  const response = await fetch("https://api.example/v1/search", {
    method: "HEAD",
    signal: AbortSignal.timeout(30000),
  });
  if (!response.ok) {
    throw new Error(`HTTP ${response.status}: ${await response.text()}`);
  }
  return response.text();
}

reposGet().then(console.log);
