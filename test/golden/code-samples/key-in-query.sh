curl --get 'https://api.example/v1/search' \
  --data-urlencode 'q=a' \
  --data-urlencode 'key=k&y'
