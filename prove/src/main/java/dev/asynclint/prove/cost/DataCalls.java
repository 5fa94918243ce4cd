package dev.asynclint.prove.cost;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import java.util.zip.Inflater;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;

/** Work that grows with its data, which are in memory. */
final class DataCalls {
  private static final int SIZE = 64 << 10;
  private static final int DOCUMENT = 16 << 10;
  private static final String PNG = "png";

  private DataCalls() {}

  static List<Call> all() {
    return List.of(
        new Call(
            "document-parse-16k",
            "DocumentBuilder.parse",
            "16 KiB in memory",
            bench -> {
              DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
              byte[] xml = Bench.xml(DOCUMENT);
              return () -> builder.parse(new ByteArrayInputStream(xml));
            }),
        new Call(
            "transform-16k",
            "Transformer.transform",
            "16 KiB in memory, unchanged",
            bench -> {
              Transformer transformer = TransformerFactory.newInstance().newTransformer();
              byte[] xml = Bench.xml(DOCUMENT);
              return () -> {
                ByteArrayOutputStream out = new ByteArrayOutputStream(2 * DOCUMENT);
                transformer.transform(
                    new StreamSource(new ByteArrayInputStream(xml)), new StreamResult(out));
                return out;
              };
            }),
        new Call(
            "properties-load",
            "Properties.load",
            "4 KiB in memory",
            bench -> {
              StringBuilder text = new StringBuilder();
              for (int i = 0; text.length() < 4 << 10; i++) {
                text.append("order.").append(i).append(" = tea\n");
              }
              return () -> {
                Properties properties = new Properties();
                properties.load(new StringReader(text.toString()));
                return properties;
              };
            }),
        new Call(
            "deflate-64k",
            "Deflater.deflate",
            "64 KiB",
            bench -> {
              byte[] bytes = Bench.text(SIZE);
              byte[] packed = new byte[SIZE];
              Deflater deflater = new Deflater();
              bench.closing(deflater::end);
              return () -> {
                deflater.reset();
                deflater.setInput(bytes);
                deflater.finish();
                return deflater.deflate(packed);
              };
            }),
        new Call(
            "inflate-64k",
            "Inflater.inflate",
            "to 64 KiB",
            bench -> {
              byte[] packed = new byte[SIZE];
              Deflater deflater = new Deflater();
              deflater.setInput(Bench.text(SIZE));
              deflater.finish();
              int length = deflater.deflate(packed);
              deflater.end();
              byte[] bytes = new byte[SIZE];
              Inflater inflater = new Inflater();
              bench.closing(inflater::end);
              return () -> {
                inflater.reset();
                inflater.setInput(packed, 0, length);
                return inflater.inflate(bytes);
              };
            }),
        new Call(
            "gzip-64k",
            "GZIPOutputStream.write",
            "64 KiB in memory",
            bench -> {
              byte[] bytes = Bench.text(SIZE);
              return () -> {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
                  gzip.write(bytes);
                }
                return out;
              };
            }),
        new Call(
            "crc-64k",
            "CRC32.update",
            "64 KiB",
            bench -> {
              byte[] bytes = Bench.text(SIZE);
              return () -> {
                CRC32 crc = new CRC32();
                crc.update(bytes);
                return crc.getValue();
              };
            }),
        new Call(
            "image-read-256",
            "ImageIO.read",
            "PNG, 256 x 256, in memory",
            bench -> {
              ByteArrayOutputStream out = new ByteArrayOutputStream();
              ImageIO.write(picture(), PNG, out);
              byte[] png = out.toByteArray();
              return () -> ImageIO.read(new ByteArrayInputStream(png));
            }),
        new Call(
            "image-write-256",
            "ImageIO.write",
            "PNG, 256 x 256, to memory",
            bench -> {
              BufferedImage picture = picture();
              return () -> {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                ImageIO.write(picture, PNG, out);
                return out;
              };
            }),
        sort("sort-1k", 1_000, "1,000 numbers, and copied"),
        sort("sort-100k", 100_000, "100,000 numbers, and copied"),
        new Call(
            "string-decode-64k",
            "new String",
            "64 KiB of UTF-8",
            bench -> {
              byte[] bytes = Bench.text(SIZE);
              return () -> new String(bytes, StandardCharsets.UTF_8);
            }));
  }

  private static Call sort(String id, int count, String words) {
    return new Call(
        id,
        "Collections.sort",
        words,
        bench -> {
          List<Integer> numbers = new ArrayList<>();
          new Random(17).ints(count).forEach(numbers::add);
          return () -> {
            List<Integer> sorted = new ArrayList<>(numbers);
            Collections.sort(sorted);
            return sorted;
          };
        });
  }

  private static BufferedImage picture() {
    BufferedImage picture = new BufferedImage(256, 256, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 256; y++) {
      for (int x = 0; x < 256; x++) {
        picture.setRGB(x, y, x * 3 % 256 << 16 | x * y % 256 << 8 | y);
      }
    }
    return picture;
  }
}
