package com.quanticity.ibkr.console.audit;

import com.quanticity.ibkr.console.audit.AuditProperties.LockMode;
import com.quanticity.ibkr.console.audit.DayFile.Manifest;
import com.quanticity.ibkr.model.stream.ModelJson;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.ObjectLockLegalHoldStatus;
import software.amazon.awssdk.services.s3.model.ObjectLockMode;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * A bucket of a store that speaks S3. Every object is put under the condition that there is none of its name, locked until the end of
 * retention, and under legal hold when one covers the day. That the store keeps what it is asked to keep is its own promise.
 */
final class S3Target implements DayTarget {

    private static final int PRECONDITION_FAILED = 412;

    private final S3Client client;
    private final AuditProperties.S3 properties;

    private S3Target(S3Client client, AuditProperties.S3 properties) {
        this.client = client;
        this.properties = properties;
    }

    static S3Target of(AuditProperties.S3 properties) {
        S3ClientBuilder builder = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .region(Region.of(properties.region()))
                // Other stores than Amazon's do not all take bodies in signed chunks with the checksum behind them.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .serviceConfiguration(
                        S3Configuration.builder().chunkedEncodingEnabled(false).build())
                .credentialsProvider(credentials(properties));
        if (properties.endpoint() != null) {
            builder.endpointOverride(properties.endpoint()).forcePathStyle(true);
        }
        return new S3Target(builder.build(), properties);
    }

    private static AwsCredentialsProvider credentials(AuditProperties.S3 properties) {
        return properties.accessKey() == null || properties.secretKey() == null
                ? DefaultCredentialsProvider.builder().build()
                : StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(properties.accessKey(), properties.secretKey()));
    }

    @Override
    public String put(DayFile day, Manifest manifest, LocalDate retainUntil, boolean held) throws IOException {
        try {
            put(day.links(), retainUntil, held);
            if (!put(day.manifest(), retainUntil, held)) {
                requireSame(manifest, day.manifest());
            }
            return "s3://" + properties.bucket() + "/" + key(day.links());
        } catch (SdkException e) {
            throw new IOException(
                    "bucket " + properties.bucket() + " did not take the day: " + e.getMessage()
                            + "; see docs/runbooks/audit-export-failed.md",
                    e);
        }
    }

    /** @return false when there is an object of this name already */
    private boolean put(Path file, LocalDate retainUntil, boolean held) throws IOException {
        PutObjectRequest request = PutObjectRequest.builder()
                .bucket(properties.bucket())
                .key(key(file))
                .contentType(file.toString().endsWith(".json") ? "application/json" : "application/x-ndjson")
                .checksumSHA256(checksum(file))
                .ifNoneMatch("*")
                .objectLockMode(
                        properties.lockMode() == LockMode.COMPLIANCE
                                ? ObjectLockMode.COMPLIANCE
                                : ObjectLockMode.GOVERNANCE)
                .objectLockRetainUntilDate(retainUntil.atStartOfDay().toInstant(ZoneOffset.UTC))
                .objectLockLegalHoldStatus(held ? ObjectLockLegalHoldStatus.ON : ObjectLockLegalHoldStatus.OFF)
                .build();
        try {
            client.putObject(request, RequestBody.fromFile(file));
            return true;
        } catch (S3Exception e) {
            if (e.statusCode() == PRECONDITION_FAILED) {
                return false;
            }
            throw e;
        }
    }

    /** A crash after the last put leaves the day there and not on our list. */
    private void requireSame(Manifest manifest, Path file) throws IOException {
        String there = client.getObjectAsBytes(GetObjectRequest.builder()
                        .bucket(properties.bucket())
                        .key(key(file))
                        .build())
                .asUtf8String();
        if (!ModelJson.read(there, Manifest.class).fileSha256().equals(manifest.fileSha256())) {
            throw new IOException("bucket " + properties.bucket() + " has " + key(file)
                    + " with other links; keep both and call compliance");
        }
    }

    private static String checksum(Path file) throws IOException {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(DayFile.sha256(file)));
    }

    private String key(Path file) {
        return properties.prefix() + file.getFileName();
    }
}
