package dev.asynclint.prove.cost;

import java.security.AlgorithmParameterGenerator;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.KeyGenerator;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;

/** Keys, hashes, signatures. */
final class SecretCalls {
  private static final String RSA = "RSA";
  private static final String SIGNED = "SHA256withRSA";
  private static final String SHA_256 = "SHA-256";

  private SecretCalls() {}

  static List<Call> all() {
    return List.of(
        pair("key-pair-rsa", RSA, 2048),
        pair("key-pair-ec", "EC", 256),
        new Call(
            "key-derive",
            "SecretKeyFactory.generateSecret",
            "PBKDF2 with HMAC-SHA-256, 10,000 rounds",
            bench -> {
              SecretKeyFactory factory = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256");
              PBEKeySpec spec = new PBEKeySpec("secret".toCharArray(), new byte[16], 10_000, 256);
              return () -> factory.generateSecret(spec);
            }),
        new Call(
            "key-agree",
            "KeyAgreement.generateSecret",
            "ECDH, P-256",
            bench -> {
              KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
              generator.initialize(256);
              KeyPair mine = generator.generateKeyPair();
              KeyPair other = generator.generateKeyPair();
              KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
              return () -> {
                agreement.init(mine.getPrivate());
                agreement.doPhase(other.getPublic(), true);
                return agreement.generateSecret();
              };
            }),
        new Call(
            "key-read",
            "KeyFactory.generatePublic",
            "RSA 2048",
            bench -> {
              KeyFactory factory = KeyFactory.getInstance(RSA);
              X509EncodedKeySpec spec = new X509EncodedKeySpec(rsa().getPublic().getEncoded());
              return () -> factory.generatePublic(spec);
            }),
        new Call(
            "parameters-dh",
            "AlgorithmParameterGenerator.generateParameters",
            "DH 512",
            bench -> {
              AlgorithmParameterGenerator generator = AlgorithmParameterGenerator.getInstance("DH");
              generator.init(512);
              return generator::generateParameters;
            }),
        new Call(
            "sign-rsa",
            "Signature.sign",
            "RSA 2048 with SHA-256, 1 KiB",
            bench -> {
              Signature signature = Signature.getInstance(SIGNED);
              signature.initSign(rsa().getPrivate());
              byte[] text = Bench.text(1 << 10);
              return () -> {
                signature.update(text);
                return signature.sign();
              };
            }),
        new Call(
            "verify-rsa",
            "Signature.verify",
            "RSA 2048 with SHA-256, 1 KiB",
            bench -> {
              KeyPair pair = rsa();
              byte[] text = Bench.text(1 << 10);
              Signature signature = Signature.getInstance(SIGNED);
              signature.initSign(pair.getPrivate());
              signature.update(text);
              byte[] signed = signature.sign();
              signature.initVerify(pair.getPublic());
              return () -> {
                signature.update(text);
                return signature.verify(signed);
              };
            }),
        digest("digest-md5-1k", "MD5", 1 << 10, "1 KiB"),
        digest("digest-sha256-1k", SHA_256, 1 << 10, "1 KiB"),
        digest("digest-sha256-64k", SHA_256, 64 << 10, "64 KiB"),
        digest("digest-sha256-1m", SHA_256, 1 << 20, "1 MiB"),
        new Call(
            "mac-1k",
            "Mac.doFinal",
            "HMAC-SHA-256, 1 KiB",
            bench -> {
              Mac mac = Mac.getInstance("HmacSHA256");
              mac.init(new SecretKeySpec(new byte[32], "HmacSHA256"));
              byte[] text = Bench.text(1 << 10);
              return () -> mac.doFinal(text);
            }),
        cipher("cipher-1k", 1 << 10, "1 KiB"),
        cipher("cipher-64k", 64 << 10, "64 KiB"),
        new Call(
            "digest-instance",
            "MessageDigest.getInstance",
            SHA_256,
            bench -> () -> MessageDigest.getInstance(SHA_256)),
        new Call(
            "signature-instance",
            "Signature.getInstance",
            SIGNED,
            bench -> () -> Signature.getInstance(SIGNED)),
        new Call(
            "key-factory-instance",
            "KeyFactory.getInstance",
            RSA,
            bench -> () -> KeyFactory.getInstance(RSA)),
        new Call(
            "key-store-instance",
            "KeyStore.getInstance",
            "PKCS12",
            bench -> () -> KeyStore.getInstance("PKCS12")),
        new Call(
            "certificate-factory-instance",
            "CertificateFactory.getInstance",
            "X.509",
            bench -> () -> CertificateFactory.getInstance("X.509")),
        new Call(
            "cipher-instance",
            "Cipher.getInstance",
            "AES/GCM/NoPadding",
            bench -> () -> Cipher.getInstance("AES/GCM/NoPadding")),
        new Call(
            "mac-instance",
            "Mac.getInstance",
            "HmacSHA256",
            bench -> () -> Mac.getInstance("HmacSHA256")),
        new Call(
            "key-generator-instance",
            "KeyGenerator.getInstance",
            "AES",
            bench -> () -> KeyGenerator.getInstance("AES")),
        new Call(
            "secret-key-factory-instance",
            "SecretKeyFactory.getInstance",
            "PBKDF2WithHmacSHA256",
            bench -> () -> SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")),
        new Call(
            "trust-manager-factory-instance",
            "TrustManagerFactory.getInstance",
            "PKIX",
            bench -> () -> TrustManagerFactory.getInstance("PKIX")),
        new Call(
            "key-manager-factory-instance",
            "KeyManagerFactory.getInstance",
            "PKIX",
            bench -> () -> KeyManagerFactory.getInstance("PKIX")));
  }

  private static Call pair(String id, String algorithm, int bits) {
    return new Call(
        id,
        "KeyPairGenerator.generateKeyPair",
        algorithm + " " + bits,
        bench -> {
          KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
          generator.initialize(bits);
          return generator::generateKeyPair;
        });
  }

  private static Call digest(String id, String algorithm, int size, String words) {
    return new Call(
        id,
        "MessageDigest.digest",
        algorithm + ", " + words,
        bench -> {
          MessageDigest digest = MessageDigest.getInstance(algorithm);
          byte[] text = Bench.text(size);
          return () -> digest.digest(text);
        });
  }

  private static Call cipher(String id, int size, String words) {
    return new Call(
        id,
        "Cipher.doFinal",
        "AES-CBC, " + words,
        bench -> {
          Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
          cipher.init(
              Cipher.ENCRYPT_MODE,
              new SecretKeySpec(new byte[16], "AES"),
              new IvParameterSpec(new byte[16]));
          byte[] text = Bench.text(size);
          return () -> cipher.doFinal(text);
        });
  }

  private static KeyPair rsa() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(RSA);
    generator.initialize(2048);
    return generator.generateKeyPair();
  }
}
