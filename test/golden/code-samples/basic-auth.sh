curl 'https://api.example/v1/search' \
  --user 'USER:pa'\''ss$'
