package dev.asynclint.runtime.meter;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;

/**
 * How large objects are in this machine. Exact but for gaps that alignment leaves between fields of
 * a class and its superclass, which are rare.
 */
final class Layout {
  private static final long ALIGNMENT = number("ObjectAlignmentInBytes", 8);
  private static final boolean COMPACT = flag("UseCompactObjectHeaders", false);
  private static final boolean SHORT_CLASS = flag("UseCompressedClassPointers", true);

  /** Bytes of a reference. */
  static final int REFERENCE = flag("UseCompressedOops", true) ? 4 : 8;

  private static final int HEADER = COMPACT ? 8 : SHORT_CLASS ? 12 : 16;
  private static final int ARRAY_HEADER = COMPACT ? 12 : SHORT_CLASS ? 16 : 24;

  private static final ClassValue<Long> SIZES =
      new ClassValue<>() {
        @Override
        protected Long computeValue(Class<?> type) {
          long fields = 0;
          for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
              fields += Modifier.isStatic(field.getModifiers()) ? 0 : sizeOf(field.getType());
            }
          }
          return align(HEADER + fields);
        }
      };

  private Layout() {}

  private static String option(String name) {
    try {
      return ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
          .getVMOption(name)
          .getValue();
    } catch (IllegalArgumentException e) {
      // A release that has no such option.
      return null;
    }
  }

  private static boolean flag(String name, boolean otherwise) {
    String value = option(name);
    return value == null ? otherwise : Boolean.parseBoolean(value);
  }

  private static long number(String name, long otherwise) {
    String value = option(name);
    return value == null ? otherwise : Long.parseLong(value);
  }

  private static long align(long bytes) {
    return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  }

  private static int sizeOf(Class<?> type) {
    if (!type.isPrimitive()) {
      return REFERENCE;
    }
    if (type == long.class || type == double.class) {
      return 8;
    }
    if (type == int.class || type == float.class) {
      return 4;
    }
    return type == short.class || type == char.class ? 2 : 1;
  }

  /** Bytes of an object that is no array, without what it leads to. */
  static long ofObject(Class<?> type) {
    return SIZES.get(type);
  }

  /** Bytes of an array, without what it leads to. */
  static long ofArray(Class<?> component, long length) {
    return align(ARRAY_HEADER + length * sizeOf(component));
  }
}
