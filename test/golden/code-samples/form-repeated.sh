curl 'https://api.example/v1/search' \
  --data-urlencode 'tag=@a' \
  --data-urlencode 'tag=b'\'''
