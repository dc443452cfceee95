<?php

function chask_part(string $data): string
{
    return rtrim(strtr(base64_encode($data), '+/', '-_'), '=');
}

function chask_token(array $user): string
{
    $now = time();
    $claims = [
        'sub' => $user['id'],
        'name' => $user['name'],
        'email' => $user['email'],
        'aud' => getenv('CHASK_ORGANIZATION'),
        'iat' => $now,
        'exp' => $now + 15 * 60,
    ];
    $signed = chask_part(json_encode(['alg' => 'HS256', 'typ' => 'JWT']))
        . '.' . chask_part(json_encode($claims));
    return $signed . '.' . chask_part(hash_hmac('sha256', $signed, getenv('CHASK_SECRET'), true));
}
