curl --fail-with-body 'https://api.example/v1/search'
