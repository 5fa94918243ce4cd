package dev.asynclint.javaparser.classpath;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ModuleVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What a module offers to everyone.
 *
 * @param name of the module
 * @param packages exported without a restriction
 * @param transitive modules that whoever reads this one reads as well
 */
public record ModuleExports(String name, List<String> packages, List<String> transitive) {
  /** Copies the lists. */
  public ModuleExports {
    packages = List.copyOf(packages);
    transitive = List.copyOf(transitive);
  }

  /**
   * Reads a {@code module-info.class}.
   *
   * @throws IOException when it is none, or one this version cannot read
   */
  public static ModuleExports read(byte[] bytes) throws IOException {
    try {
      Collector collector = new Collector();
      new ClassReader(bytes).accept(collector, ClassReader.SKIP_DEBUG);
      if (collector.name == null) {
        throw new IOException("no module");
      }
      return new ModuleExports(collector.name, collector.packages, collector.transitive);
    } catch (IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException e) {
      throw new IOException("not a class file that can be read", e);
    }
  }

  private static final class Collector extends ClassVisitor {
    private final List<String> packages = new ArrayList<>();
    private final List<String> transitive = new ArrayList<>();
    private String name;

    Collector() {
      super(Opcodes.ASM9);
    }

    @Override
    public ModuleVisitor visitModule(String module, int flags, String version) {
      name = module;
      return new ModuleVisitor(Opcodes.ASM9) {
        @Override
        public void visitExport(String exported, int access, String... modules) {
          if (modules == null || modules.length == 0) {
            packages.add(exported.replace('/', '.'));
          }
        }

        @Override
        public void visitRequire(String required, int access, String requiredVersion) {
          if ((access & Opcodes.ACC_TRANSITIVE) != 0) {
            transitive.add(required);
          }
        }
      };
    }
  }
}
