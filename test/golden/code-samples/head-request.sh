curl --fail-with-body --head 'https://api.example/v1/search'
