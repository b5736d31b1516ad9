async function search() {
  const response = await fetch("https://api.example/v1/search", {
    method: "POST",
    headers: {
      "Content-Type": "text/plain",
    },
    body: "@not-a-file l'école \"x\" $HOME `id` c++ & 50% \\ ; | #\npremière ligne\nsecond line\ttab\ncarriage\rreturn \u0001 \n検索 🎉 ñ\n${key} {$key} $(id) %s <?php ?> </script>\n@file\n\n edges \n\\\n'\n=a&b=c",
    signal: AbortSignal.timeout(30000),
  });
  if (!response.ok) {
    const text = await response.text();
    throw new Error(`HTTP ${response.status}: ${text}`);
  }
  return response.text();
}

search().then(console.log);
