{# A view: Spark replaces one in a single statement, also with other columns. #}

{% materialization view, adapter='spark' %}
  {%- do return(create_or_replace_view()) -%}
{% endmaterialization %}
