package dev.asynclint.prove.cost;

import java.awt.image.BufferedImage;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.http.HttpClient;
import java.nio.file.spi.FileSystemProvider;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ServiceLoader;
import javax.script.ScriptEngineManager;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.validation.SchemaFactory;
import javax.xml.xpath.XPathFactory;

/** Objects that take long to make, and what looks classes up. */
final class MakerCalls {
  private MakerCalls() {}

  static List<Call> all() {
    return List.of(
        new Call(
            "document-factory",
            "DocumentBuilderFactory.newInstance",
            "",
            bench -> () -> DocumentBuilderFactory.newInstance()),
        new Call(
            "document-builder",
            "DocumentBuilderFactory.newDocumentBuilder",
            "",
            bench -> {
              DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
              return factory::newDocumentBuilder;
            }),
        new Call(
            "sax-factory",
            "SAXParserFactory.newInstance",
            "",
            bench -> () -> SAXParserFactory.newInstance()),
        new Call(
            "transformer-factory",
            "TransformerFactory.newInstance",
            "",
            bench -> () -> TransformerFactory.newInstance()),
        new Call(
            "xpath-factory",
            "XPathFactory.newInstance",
            "",
            bench -> () -> XPathFactory.newInstance()),
        new Call(
            "schema-factory",
            "SchemaFactory.newInstance",
            "W3C XML Schema",
            bench -> () -> SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)),
        new Call(
            "xml-input-factory",
            "XMLInputFactory.newInstance",
            "",
            bench -> () -> XMLInputFactory.newInstance()),
        new Call(
            "xml-output-factory",
            "XMLOutputFactory.newInstance",
            "",
            bench -> () -> XMLOutputFactory.newInstance()),
        new Call(
            "xml-event-factory",
            "XMLEventFactory.newInstance",
            "",
            bench -> () -> XMLEventFactory.newInstance()),
        new Call(
            "script-engines",
            "new ScriptEngineManager",
            "no engine on the class path",
            bench -> () -> new ScriptEngineManager()),
        new Call(
            "http-client",
            "HttpClient.newHttpClient",
            "",
            bench -> () -> HttpClient.newHttpClient()),
        new Call(
            "image-new",
            "new BufferedImage",
            "1,024 x 1,024",
            bench -> () -> new BufferedImage(1024, 1024, BufferedImage.TYPE_INT_RGB)),
        new Call(
            "service-loader",
            "ServiceLoader.load",
            "and gone through",
            bench ->
                () -> {
                  int count = 0;
                  for (FileSystemProvider provider : ServiceLoader.load(FileSystemProvider.class)) {
                    count += provider.getScheme().length();
                  }
                  return count;
                }),
        new Call(
            "resource-bundle",
            "ResourceBundle.getBundle",
            "one that was read before",
            bench ->
                () ->
                    ResourceBundle.getBundle(
                        MakerCalls.class.getPackageName() + ".words", Locale.ROOT)),
        new Call(
            "class-for-name",
            "Class.forName",
            "a class that is loaded",
            bench -> () -> Class.forName("java.util.TreeMap")),
        new Call(
            "class-load",
            "ClassLoader.loadClass",
            "a class that is loaded",
            bench -> {
              ClassLoader loader = MakerCalls.class.getClassLoader();
              return () -> loader.loadClass("java.util.TreeMap");
            }),
        new Call(
            "proxy-new",
            "Proxy.newProxyInstance",
            "an interface it was made for before",
            bench ->
                () ->
                    Proxy.newProxyInstance(
                        MakerCalls.class.getClassLoader(),
                        new Class<?>[] {Runnable.class},
                        (proxy, method, arguments) -> null)),
        new Call(
            "method-find",
            "Class.getMethod",
            "",
            bench -> () -> String.class.getMethod("substring", int.class, int.class)),
        new Call(
            "method-invoke",
            "Method.invoke",
            "a method without arguments",
            bench -> {
              Method method = String.class.getMethod("length");
              return () -> method.invoke("order");
            }));
  }
}
