curl --request PATCH 'https://api.example/v1/search' \
  --header 'Content-Type: application/json' \
  --data-raw '{}'
