package twins.async_self_invocation;

import dev.asynclint.prove.Claim;
import dev.asynclint.prove.Meter;
import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import java.util.concurrent.Executor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.stereotype.Service;

/** The mail is written by the thread of the request: the object's own call passes its proxy by. */
@Claim(meter = Meter.OWN_THREAD, budget = "0")
public final class Bad implements Twin {
  @Override
  public void run(Stage stage) throws Exception {
    try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
      context.registerBean(Stage.class, () -> stage, bean -> bean.setDestroyMethodName(""));
      context.register(Application.class, Users.class);
      context.refresh();
      context.getBean(Users.class).register("address");
      stage.pause();
    }
  }

  /** What the framework needs. */
  @Configuration(proxyBeanMethods = false)
  @EnableAsync(proxyTargetClass = true)
  static class Application {
    @Bean(destroyMethod = "")
    Executor taskExecutor(Stage stage) {
      return stage.pool(1);
    }
  }

  /** Greets users. */
  @Service
  static class Users {
    private final Stage mails;

    Users(Stage mails) {
      this.mails = mails;
    }

    public void register(String address) {
      welcome(address); // expect: async-self-invocation
    }

    @Async
    public void welcome(String address) {
      mails.moved();
    }
  }
}
