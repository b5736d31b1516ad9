<?php
$boundary = bin2hex(random_bytes(16));
$body = '';
$body .= "--$boundary\r\n";
$body .= 'Content-Disposition: form-data; name="meta"' . "\r\n";
$body .= 'Content-Type: application/json' . "\r\n";
$body .= "\r\n" . '{"a": "it\'s; \\"b\\", $c"}' . "\r\n";
$body .= "--$boundary\r\n";
$body .= 'Content-Disposition: form-data; name="tag"' . "\r\n";
$body .= "\r\n" . '@one' . "\r\n";
$body .= "--$boundary\r\n";
$body .= 'Content-Disposition: form-data; name="tag"' . "\r\n";
$body .= "\r\n" . '' . "\r\n";
$body .= "--$boundary--\r\n";

$curl = curl_init('https://api.example/v1/search');
curl_setopt_array($curl, [
    CURLOPT_POST => true,
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_TIMEOUT => 30,
    CURLOPT_HTTPHEADER => [
        'Content-Type: multipart/form-data; boundary=' . $boundary,
    ],
    CURLOPT_POSTFIELDS => $body,
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
