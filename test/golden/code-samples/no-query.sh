curl 'https://api.example/v1/search'
