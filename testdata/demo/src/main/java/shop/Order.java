package shop;

import java.math.BigDecimal;

/** An order of one item. */
public record Order(long id, String customer, String item, BigDecimal price) {}
