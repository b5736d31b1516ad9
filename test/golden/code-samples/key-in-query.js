async function search() {
  const query = new URLSearchParams({
    q: "a",
    key: "k&y",
  });
  const response = await fetch("https://api.example/v1/search?" + query);
  if (!response.ok) {
    throw new Error("HTTP " + response.status + ": " + (await response.text()));
  }
  return response.json();
}

search().then(console.log);
