curl --head 'https://api.example/v1/search'
