async function search() {
  const query = new URLSearchParams({
    lang: "en",
  });
  const response = await fetch("https://api.example/v1/search?" + query, {
    headers: {
      "x-api-key": "SAY-FRIEND-AND-ENTER",
    },
  });
  if (!response.ok) {
    throw new Error("HTTP " + response.status + ": " + (await response.text()));
  }
  return response.json();
}

search().then(console.log);
