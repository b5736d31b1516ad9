curl --request DELETE 'https://api.example/v1/a%20b%2Fc'
