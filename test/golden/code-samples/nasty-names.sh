curl --get 'https://api.example/v1/search' \
  --data-urlencode 'filter%5Blang%5D=fr' \
  --data-urlencode '__proto__=x' \
  --data-urlencode 'it%27s=1' \
  --data-urlencode 'a%20b%26c=2' \
  --data-urlencode '%24name=3'
