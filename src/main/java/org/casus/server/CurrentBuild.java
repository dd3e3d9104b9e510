package org.casus.server;

import org.apache.jena.assembler.Assembler;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModule;
import org.apache.jena.fuseki.server.DataAccessPoint;
import org.apache.jena.fuseki.server.DataAccessPointRegistry;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.assembler.AssemblerUtils;
import org.apache.jena.sparql.core.assembler.DatasetAssembler;
import org.apache.jena.sparql.util.Context;
import org.casus.federation.AllowedServices;
import org.casus.http.Evaluator;

/**
 * The dataset {@code server:CurrentBuild} of a configuration: whatever build is current. Fuseki
 * assembles a placeholder that holds the settings; this module puts a {@link CurrentDataset} with
 * those settings in its place.
 */
final class CurrentBuild implements FusekiModule {
  private static final Resource TYPE =
      ResourceFactory.createResource("https://w3id.org/casus/server#CurrentBuild");

  static {
    AssemblerUtils.registerDataset(TYPE, new Placeholder());
  }

  private final ServedBuilds builds;
  private final Metrics metrics;
  private final AllowedServices operators;

  /**
   * @param operators the servers of others that queries of operators may ask
   */
  CurrentBuild(ServedBuilds builds, Metrics metrics, AllowedServices operators) {
    this.builds = builds;
    this.metrics = metrics;
    this.operators = operators;
  }

  private static final class Placeholder extends DatasetAssembler {
    @Override
    protected DatasetGraph createDataset(Assembler assembler, Resource root) {
      DatasetGraph placeholder = DatasetGraphFactory.create();
      AssemblerUtils.mergeContext(root, placeholder.getContext());
      return placeholder;
    }
  }

  @Override
  public String name() {
    return "Current build";
  }

  @Override
  public void configured(
      FusekiServer.Builder builder, DataAccessPointRegistry services, Model configuration) {
    for (DataAccessPoint service : services.accessPoints()) {
      Context settings = service.getDataService().getDataset().getContext();
      Evaluator evaluator = new Evaluator(Settings.limits(settings), new ConnectionWatch());
      settings.set(Settings.EVALUATOR, evaluator);
      AllowedServices others =
          service.getName().equals(Operators.SERVICE) ? operators : AllowedServices.none();
      settings.set(Settings.SERVICES, others);
      others.permit(settings);
      metrics.observe(service.getName(), evaluator);
      if (service.getName().equals(CasusServer.DATASET)) {
        builder.addServletAttribute(Evaluator.attribute(), evaluator);
      }
      DataService replaced =
          DataService.newBuilder(service.getDataService())
              .dataset(new CurrentDataset(builds, settings))
              .build();
      services.remove(service.getName());
      services.register(new DataAccessPoint(service.getName(), replaced));
    }
  }
}
