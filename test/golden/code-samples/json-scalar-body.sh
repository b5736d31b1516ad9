curl --request PUT 'https://api.example/v1/search' \
  --header 'Content-Type: application/vnd.api+json' \
  --data-raw '"just \"text\" $x"'
