curl 'https://api.example/v1/search' \
  --header 'Content-Type: application/json' \
  --data-raw '{
  "ids": [
    9007199254740993,
    9223372036854775808,
    -9223372036854775808
  ],
  "name": "l'\''id"
}'
