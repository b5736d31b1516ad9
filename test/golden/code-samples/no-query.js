async function search() {
  const response = await fetch("https://api.example/v1/search", {
    signal: AbortSignal.timeout(30000),
  });
  if (!response.ok) {
    throw new Error(`HTTP ${response.status}: ${await response.text()}`);
  }
  return response.json();
}

search().then(console.log);
