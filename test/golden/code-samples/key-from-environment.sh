curl --get 'https://api.example/v1/search' \
  --data-urlencode 'q=a' \
  --data-urlencode "key=$API_KEY" \
  --header "Cookie: theme=%C3%A9%3B%24x; session=$API_SESSION" \
  --header "x-api-key: $API_KEY" \
  --header "Authorization: Bearer $API_TOKEN"
