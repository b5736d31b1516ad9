<?php
$query = http_build_query([
    'q' => 'a',
    'key' => getenv('API_KEY'),
]);

$curl = curl_init('https://api.example/v1/search?' . $query);
curl_setopt_array($curl, [
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_TIMEOUT => 30,
    CURLOPT_HTTPHEADER => [
        'Cookie: theme=%C3%A9%3B%24x; session=' . getenv('API_SESSION'),
        'x-api-key: ' . getenv('API_KEY'),
        'Authorization: Bearer ' . getenv('API_TOKEN'),
    ],
]);
$reply = curl_exec($curl);
if ($reply === false) {
    throw new RuntimeException(curl_error($curl));
}
$status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
if ($status >= 400) {
    throw new RuntimeException("HTTP $status: $reply");
}
print_r(json_decode($reply, true));
