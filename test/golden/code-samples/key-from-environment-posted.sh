curl --request POST \
  "https://api.example/v1/search?tag=%24a&tag=b&key=$API_KEY""&app%20id=$API_APP_ID" \
  --header 'X-Text: plain' \
  --header 'X-Word: $`!" '"$API_TOKEN"
