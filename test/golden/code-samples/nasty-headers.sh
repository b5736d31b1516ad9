curl 'https://api.example/v1/search' \
  --header 'X-Text: it'\''s "x" $HOME `id` 50% \' \
  --header 'X-Empty;' \
  --header 'Cookie: theme=%C3%A9%3B%24x' \
  --header 'Authorization: Bearer k'\''e$y'
