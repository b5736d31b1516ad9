curl --request POST \
  'https://api.example/v1/long-way/long-way/long-way/long-way/long-way/long-way/search?lang=en' \
  --header 'x-api-key: SAY-FRIEND-AND-ENTER'
