<?php
$query = implode('&', [
    'tag=' . rawurlencode('$a'),
    'tag=' . rawurlencode('b'),
    'key=' . rawurlencode(getenv('API_KEY')),
    'app%20id=' . rawurlencode(getenv('API_APP_ID')),
]);

$curl = curl_init('https://api.example/v1/search?' . $query);
curl_setopt_array($curl, [
    CURLOPT_CUSTOMREQUEST => 'POST',
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_TIMEOUT => 30,
    CURLOPT_HTTPHEADER => [
        'X-Text: plain',
        'X-Word: $`!" ' . getenv('API_TOKEN'),
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
