curl --request PUT 'https://api.example/v1/search' \
  --header 'Content-Type: application/octet-stream' \
  --data-binary '@file.bin'
