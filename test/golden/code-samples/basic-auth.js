async function search() {
  const response = await fetch("https://api.example/v1/search", {
    headers: {
      Authorization: "Basic " + btoa("USER:pa'ss$"),
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
