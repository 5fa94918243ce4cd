package shop;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which orders can be sent today. */
public class StockReport {

  /** Copies the whole stock for every order. */
  public int sendable(List<Order> orders, List<String> stock) {
    int sendable = 0;
    for (Order order : orders) {
      List<String> inStock = new ArrayList<>(stock); // expect: copy-per-element
      if (inStock.contains(order.item())) {
        sendable++;
      }
    }
    return sendable;
  }

  /** Makes one set for all orders. */
  public long sendableFast(List<Order> orders, List<String> stock) {
    Set<String> inStock = new HashSet<>(stock);
    return orders.stream().filter(order -> inStock.contains(order.item())).count();
  }
}
