curl --get 'https://api.example/v1/search' \
  --data-urlencode 'lang=en' \
  --header 'x-api-key: SAY-FRIEND-AND-ENTER'
