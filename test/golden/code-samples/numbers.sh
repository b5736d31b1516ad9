curl \
  'https://api.example/v1/search?max=2&dry=true&tag=-0.001&tag=2' \
  --data-urlencode 'big=9007199254740991' \
  --data-urlencode 'half=0.001' \
  --data-urlencode 'on=false'
