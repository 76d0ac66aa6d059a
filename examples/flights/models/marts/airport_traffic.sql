with traffic as (

    select
        airport_code,
        sum(case when direction = 'departure' then flights else 0 end) as departures,
        sum(case when direction = 'arrival' then flights else 0 end) as arrivals,
        count(distinct other_code) as connected_airports
    from {{ ref('int_route_ends') }}
    group by airport_code

)

select
    traffic.airport_code,
    airports.airport_name,
    airports.city,
    airports.state,
    traffic.departures,
    traffic.arrivals,
    traffic.connected_airports,
    rank() over (order by traffic.departures + traffic.arrivals desc) as traffic_rank
from traffic
inner join {{ ref('stg_airports') }} as airports on traffic.airport_code = airports.airport_code
where traffic.departures + traffic.arrivals >= {{ var('least_flights') }}
