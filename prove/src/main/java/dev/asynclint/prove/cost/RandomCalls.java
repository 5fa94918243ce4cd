package dev.asynclint.prove.cost;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Random and large numbers. */
final class RandomCalls {
  private static final long SEED = 17;

  private RandomCalls() {}

  static List<Call> all() {
    return List.of(
        new Call("random-new", "new SecureRandom", "", bench -> () -> new SecureRandom()),
        new Call(
            "random-instance",
            "SecureRandom.getInstance",
            "SHA1PRNG",
            bench -> () -> SecureRandom.getInstance("SHA1PRNG")),
        new Call(
            "random-strong",
            "SecureRandom.getInstanceStrong",
            "",
            bench -> () -> SecureRandom.getInstanceStrong()),
        new Call(
            "random-bytes",
            "SecureRandom.nextBytes",
            "32 B",
            bench -> {
              SecureRandom random = new SecureRandom();
              byte[] bytes = new byte[32];
              return () -> {
                random.nextBytes(bytes);
                return bytes;
              };
            }),
        new Call(
            "random-seed",
            "SecureRandom.generateSeed",
            "16 B",
            bench -> {
              SecureRandom random = new SecureRandom();
              return () -> random.generateSeed(16);
            }),
        new Call(
            "random-reseed",
            "SecureRandom.reseed",
            "DRBG",
            bench -> {
              SecureRandom random = SecureRandom.getInstance("DRBG");
              return () -> {
                random.reseed();
                return random;
              };
            }),
        new Call("uuid-random", "UUID.randomUUID", "", bench -> () -> UUID.randomUUID()),
        new Call(
            "prime-1024",
            "BigInteger.probablePrime",
            "1,024 bits",
            bench -> {
              Random random = new Random(SEED);
              return () -> BigInteger.probablePrime(1024, random);
            }),
        new Call(
            "prime-next-256",
            "BigInteger.nextProbablePrime",
            "256 bits",
            bench -> {
              BigInteger number = new BigInteger(256, new Random(SEED));
              return number::nextProbablePrime;
            }),
        new Call(
            "prime-test-1024",
            "BigInteger.isProbablePrime",
            "a prime of 1,024 bits, certainty 50",
            bench -> {
              BigInteger prime = BigInteger.probablePrime(1024, new Random(SEED));
              return () -> prime.isProbablePrime(50);
            }),
        modPow("mod-pow-256", 256, "256 bits each"),
        modPow("mod-pow-2048", 2048, "2,048 bits each"));
  }

  private static Call modPow(String id, int bits, String words) {
    return new Call(
        id,
        "BigInteger.modPow",
        words,
        bench -> {
          Random random = new Random(SEED);
          BigInteger base = new BigInteger(bits, random);
          BigInteger exponent = new BigInteger(bits, random);
          BigInteger modulus = new BigInteger(bits, random).setBit(0);
          return () -> base.modPow(exponent, modulus);
        });
  }
}
